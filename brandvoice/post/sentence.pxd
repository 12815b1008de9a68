cdef class Sentences:
    cdef readonly str text
    cdef list _starts
    cdef list _spans
    cdef dict __dict__
    cpdef object around(self, Py_ssize_t start, Py_ssize_t end=*)
