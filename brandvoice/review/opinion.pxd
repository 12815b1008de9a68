import cython


@cython.locals(least=double, total=double, best=double, start=Py_ssize_t, end=Py_ssize_t)
cpdef tuple _heaviest(list shares)
