import cython


cdef class Target:
    cdef readonly object rule
    cdef readonly object family
    cdef readonly bint weak
    cdef readonly tuple near
    cdef readonly tuple unless
    cdef readonly Py_ssize_t order
    cdef readonly object foreign


cdef class Hit:
    cdef readonly Target target
    cdef readonly object span


cdef class Matches:
    cdef public list hits
    cdef readonly dict cues
    cdef public list timed_out
    cdef readonly Py_ssize_t digits


cdef class Aims:
    cdef readonly tuple cues
    cdef readonly tuple targets


cdef class Matcher:
    cdef object _lexicon
    cdef list _headless
    cdef bint _has_timed
    cdef dict __dict__
    cdef object __weakref__
    @cython.locals(
        tries=list, searcher=_Searcher, reached=dict, start=Py_ssize_t, end=Py_ssize_t, spans=list
    )
    cpdef Matches find(self, str folded)


cdef class _Searcher:
    cdef str _source
    cdef Py_ssize_t _runaways
    cdef object _quick
    cdef object _watched
    cdef readonly bint timed
    cdef readonly Aims aims
    cdef readonly object match


cpdef object _take(Matches matches, Aims aims, object span)
