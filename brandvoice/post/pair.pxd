"""Named tuples of two, in a third of the time their own constructor takes."""

from cpython.object cimport PyTypeObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM

cdef extern from "Python.h":
    object PyType_GenericAlloc(PyTypeObject* kind, Py_ssize_t size)
    void PyObject_GC_UnTrack(object one)


cdef inline object pair(object kind, object first, object second):
    """`kind(first, second)`; `kind` is a named tuple of two."""
    made = PyType_GenericAlloc(<PyTypeObject*>kind, 2)
    Py_INCREF(first)
    PyTuple_SET_ITEM(made, 0, first)
    Py_INCREF(second)
    PyTuple_SET_ITEM(made, 1, second)
    return made


cdef inline object span_of(object kind, Py_ssize_t start, Py_ssize_t end):
    """`kind(start, end)`, which holds nothing that a search for garbage has to look at."""
    made = pair(kind, start, end)
    PyObject_GC_UnTrack(made)
    return made
