from brandvoice.rules.matcher cimport Matches
from brandvoice.post.sentence cimport Sentences


cdef class Setting:
    cdef readonly object given
    cdef readonly object surely
    cdef readonly object tongue


cdef class Paragraph:
    cdef readonly str text
    cdef readonly object brand
    cdef readonly object fold
    cdef readonly bint is_alike
    cdef readonly Matches matches
    cdef readonly dict said
    cdef readonly Sentences sentences
    cdef dict _votes
    cdef dict _settings
    cdef dict __dict__
    cpdef bint cue_in(self, str name, object within, object outside=*)
    cpdef object cue_at(self, str name, object within, object outside=*)
    cpdef object around(self, object hit)
    cpdef object before(self, object hit)
    cpdef Setting setting(self, object around)
    cpdef object original(self, object span)
    cpdef str given(self, object span)
