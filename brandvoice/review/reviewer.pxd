import cython

from brandvoice.review.candidate cimport Candidate


@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef object _moved(object span, Py_ssize_t offset)
cpdef tuple _raised(Candidate candidate, object said, str text)
@cython.locals(candidate=Candidate, taken=list, kept=list, place=Py_ssize_t)
cpdef list _foremost(list group)
@cython.locals(candidate=Candidate, start=Py_ssize_t, end=Py_ssize_t)
cpdef tuple _rank(tuple one)
