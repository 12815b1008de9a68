# distutils: language = c++
# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""`walk.py` with plain arrays of numbers: what each part means is said there.

What one walk finds out lives in that walk alone: the lexicon may run any Python, another walk included.
"""

from operator import attrgetter

from cpython.object cimport PyObject
from libc.stdint cimport uint32_t
from libcpp.vector cimport vector

from brandvoice.post.pair cimport span_of

from brandvoice.post.span import Span
from brandvoice.rules.blanks import word_end
from brandvoice.rules.token import is_word

cdef extern from "Python.h":
    int PyUnicode_KIND(object text)
    const void* PyUnicode_DATA(object text)
    uint32_t PyUnicode_READ(int kind, const void* letters, Py_ssize_t at)
    bint Py_UNICODE_ISALNUM(uint32_t letter)
    bint Py_UNICODE_ISSPACE(uint32_t letter)
    str PyUnicode_Substring(object text, Py_ssize_t start, Py_ssize_t end)
    PyObject* PyDict_GetItemWithError(object known, object key) except? NULL

cdef enum:
    MOST_DIGITS = 31
    USUALLY_MET = 2_048

cdef enum Kind:
    MARK, LETTER, BLANK

cdef Kind ASCII[128]
for _letter in range(128):
    ASCII[_letter] = (
        LETTER if is_word(chr(_letter)) else BLANK if chr(_letter).isspace() else MARK
    )


cdef inline Kind kind_of(uint32_t letter) noexcept:
    if letter < 128:
        return ASCII[letter]
    return LETTER if Py_UNICODE_ISALNUM(letter) else BLANK if Py_UNICODE_ISSPACE(letter) else MARK


cdef inline uint32_t alike(uint32_t letter) noexcept:
    return c"0" if c"0" <= letter <= c"9" else letter


cdef struct Text:
    int width
    const void* letters
    Py_ssize_t size


cdef inline uint32_t at(const Text& text, Py_ssize_t place) noexcept:
    return PyUnicode_READ(text.width, text.letters, place)


cdef class Numbers:
    """Rows of numbers: of what is needed, or met. Digits stand before clauses."""

    cdef vector[int] numbers
    cdef vector[size_t] ends

    cdef int add(self, row) except -1:
        for number in row:
            self.numbers.push_back(
                min(-number, MOST_DIGITS) if number < 0 else number + MOST_DIGITS + 1
            )
        self.ends.push_back(self.numbers.size())
        return 0


cdef inline int meet(vector[char]& met, Numbers met_now, size_t row) except -1:
    cdef size_t place = met_now.ends[row - 1] if row else 0
    cdef size_t number
    for place in range(place, met_now.ends[row]):
        number = met_now.numbers[place]
        if number >= met.size():
            met.resize(2 * number)
        met[number] = 1
    return 0


cdef class Ways:
    cdef Numbers needs
    cdef list searchers

    def __init__(self, tried):
        self.needs = Numbers()
        self.searchers = []
        for needs, searcher in tried:
            self.needs.add(needs)
            self.searchers.append(searcher)

    def __bool__(self):
        return bool(self.searchers)

    cdef int open(self, list tries, Py_ssize_t start, const vector[char]& met) except -1:
        cdef size_t way, place = 0, number
        for way in range(self.needs.ends.size()):
            for place in range(place, self.needs.ends[way]):
                number = self.needs.numbers[place]
                if number >= met.size() or not met[number]:
                    break
            else:
                tries.append((start, self.searchers[way]))
            place = self.needs.ends[way]
        return 0


cdef class Rests:
    cdef vector[uint32_t] letters
    """Of all rests, in their order: those that begin alike stand together, the shortest first."""
    cdef vector[size_t] starts
    cdef Numbers clauses
    cdef list said, aims, ways

    def __init__(self, rests):
        self.clauses = Numbers()
        self.said, self.aims, self.ways = [], [], []
        for rest, said, aims, ways, clauses in sorted(rests, key=attrgetter("rest")):
            self.starts.push_back(self.letters.size())
            for letter in rest:
                self.letters.push_back(ord(letter))
            self.clauses.add(clauses)
            self.said.append(said)
            self.aims.append(aims)
            self.ways.append(ways)
        self.starts.push_back(self.letters.size())

    def __bool__(self):
        return bool(self.said)

    cdef inline size_t length(self, size_t rest) noexcept:
        return self.starts[rest + 1] - self.starts[rest]

    cdef size_t first(
        self, size_t low, size_t high, size_t depth, uint32_t letter
    ) noexcept:
        """The first of `low` to `high` whose letter at `depth` is not before `letter`."""
        cdef size_t middle
        while low < high:
            middle = (low + high) // 2
            if self.letters[self.starts[middle] + depth] < letter:
                low = middle + 1
            else:
                high = middle
        return low


cdef class Entry:
    cdef Numbers clauses
    cdef tuple aims
    cdef Ways ways
    cdef Rests rests

    def __init__(self, clauses, tuple aims not None, Ways ways not None, Rests rests not None):
        self.clauses = Numbers()
        self.clauses.add(clauses)
        self.aims = aims
        self.ways = ways
        self.rests = rests


def walk(str folded not None, lexicon, headless):
    cdef Text text = Text(PyUnicode_KIND(folded), PyUnicode_DATA(folded), len(folded))
    cdef vector[char] met
    cdef list phrases = [], tries = [], opened = []
    cdef Py_ssize_t start, end = text.size, place
    cdef int digits = 0
    cdef PyObject* known
    cdef Kind kind
    cdef Entry entry
    met.resize(USUALLY_MET)
    for place in range(text.size):
        if c"0" <= at(text, place) <= c"9":
            digits += 1
    for place in range(min(digits, MOST_DIGITS) + 1):
        met[place] = 1
    while end > 0:
        start = end - 1
        kind = kind_of(at(text, start))
        if kind == LETTER:
            while start > 0 and kind_of(at(text, start - 1)) == LETTER:
                start -= 1
        if kind != BLANK:
            token = PyUnicode_Substring(folded, start, end)
            known = PyDict_GetItemWithError(lexicon, token)
            entry = lexicon[token] if known == NULL else <object>known
            if entry is not None:
                meet(met, entry.clauses, 0)
                for aims in entry.aims:
                    phrases.append((aims, span_of(Span, start, end)))
                if entry.rests.starts.size() > 1:
                    _follow(entry.rests, folded, text, start, end, met, phrases, opened)
                    for ways in opened:
                        (<Ways>ways).open(tries, start, met)
                    opened.clear()
                entry.ways.open(tries, start, met)
        end = start
    for start, ways in headless:
        (<Ways?>ways).open(tries, start, met)
    return digits, phrases, tries


cdef int _follow(
    Rests rests,
    str folded,
    const Text& text,
    Py_ssize_t start,
    Py_ssize_t end,
    vector[char]& met,
    list phrases,
    list opened,
) except -1:
    """Takes what follows a word letter by letter, and the rests that end where it has come to."""
    cdef size_t low = 0, high = rests.starts.size() - 1, depth = 0
    cdef Py_ssize_t size = text.size
    cdef uint32_t letter
    while True:
        while low < high and rests.length(low) == depth:
            meet(met, rests.clauses, low)
            if rests.ways[low]:
                opened.append(rests.ways[low])
            if rests.aims[low] is not None and (
                not rests.said[low] or folded.startswith(rests.said[low], start)
            ):
                whole = _word_end(folded, text, end)
                if whole is not None:
                    phrases.append((rests.aims[low], span_of(Span, start, whole)))
            low += 1
        if low == high or end == size:
            return 0
        letter = alike(at(text, end))
        low = rests.first(low, high, depth, letter)
        high = rests.first(low, high, depth, letter + 1)
        end += 1
        depth += 1


cdef inline object _word_end(str folded, const Text& text, Py_ssize_t end):
    # Most phrases end with their last word, and need no search for what may hang on to it.
    if end == text.size or kind_of(at(text, end)) != LETTER:
        return end
    return word_end(folded, end)
