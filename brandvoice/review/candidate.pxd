import cython

from brandvoice.review.guards cimport Guarding
from brandvoice.review.paragraph cimport Paragraph, Setting
from brandvoice.rules.matcher cimport Hit, Target


cdef class Candidate:
    cdef readonly object rule
    cdef readonly object severity
    cdef readonly object span
    cdef readonly object sentence
    cdef readonly tuple cues
    cdef readonly tuple wants
    cdef readonly object guard
    cdef readonly tuple spared
    cdef readonly object tongue


@cython.locals(paragraph=Paragraph, found=list, said=dict)
cpdef object scan(str text, object matcher, object detecting, object brand, object second=*)
@cython.locals(found=list, standing=dict, passing=dict, end=Py_ssize_t, one=Candidate, hit=Hit, target=Target)
cpdef list _from_hits(Paragraph paragraph)
cpdef list _from_detectors(Paragraph paragraph, object rules)
cpdef list _from_opinion(Paragraph paragraph, object second)
cpdef object _near(Paragraph paragraph, Target target, object span, object around)
@cython.locals(guarded=Guarding, setting=Setting)
cpdef Candidate _candidate(
    Paragraph paragraph,
    object rule,
    object severity,
    object span,
    tuple unless,
    tuple cues=*,
    tuple wants=*,
    object around=*,
)
