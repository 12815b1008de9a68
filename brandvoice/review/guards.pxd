import cython

from brandvoice.review.paragraph cimport Paragraph


cdef class Guarding:
    cdef readonly bint is_claim
    cdef readonly tuple trades
    cdef readonly str idioms
    cdef readonly frozenset hears
    cdef readonly tuple guards
    cdef readonly tuple deaf
    cdef readonly tuple spared


@cython.locals(guards=tuple, name=str, heard=str)
cpdef object passing_guard(Paragraph paragraph, object hit, Guarding guarded)
