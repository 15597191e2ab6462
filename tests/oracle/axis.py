"""The axis of custody as data: from where to where LAW §3.1 and §12.2 let a person go.

A person who is to be detained again after a revocation or the end of a release stands free until he or she is taken.
"""

TRANSITIONS: frozenset[tuple[str, str]] = frozenset(
    {
        ("free", "detained-do"),  # 39(2), 39-2, 42
        ("free", "emergency"),  # 43(1)
        ("free", "sponsored-pre"),  # 44-2(1)
        ("emergency", "detained-do"),  # 43(2)
        ("emergency", "free"),  # 43(3)
        ("emergency", "sponsored-pre"),  # 44-2(4)(6)
        ("detained-do", "sponsored-pre"),  # 44-2(6)(8)
        ("release-do", "sponsored-pre"),  # 44-2(4)(6)
        ("sponsored-pre", "detained-do"),  # 44-4(3)(6)(7)
        ("detained-do", "release-do"),  # 54(2)
        ("release-do", "detained-do"),  # 55(3)-(5)
        ("detained-do", "free"),  # 47(1)(2), 48(6)(7), 49(4)(5), 50(9), 61-2-9(1), 41
        ("release-do", "free"),  # the same, and 55(3)-(5): free, to be detained
        ("sponsored-pre", "free"),  # 44-8, and 44-4(6): free, to be detained
        ("sponsored-pre", "sponsored-post"),  # 52(7)-(9), 52-2(1): neither detained nor on release
        ("sponsored-pre", "detained-order"),  # 52(9)
        ("free", "detained-order"),  # 52(9)
        ("free", "sponsored-post"),  # 52-2(1)
        ("detained-do", "detained-order"),  # 52(7)-(9)
        ("detained-do", "sponsored-post"),  # 52-2(5), A-45
        ("release-do", "sponsored-post"),  # 52-2(5), A-10
        ("release-do", "detained-order"),
        ("release-do", "release-order"),
        ("detained-order", "sponsored-post"),  # 52-2(5), 52-8(5)
        ("release-order", "sponsored-post"),  # 52-2(5)
        ("sponsored-post", "detained-order"),  # 52-4(3)(5)(6)
        ("detained-order", "release-order"),  # 54(2)
        ("release-order", "detained-order"),  # 55(3)-(5)
        ("detained-order", "special-release"),  # 52(10): held under 52(9) or 52-4(5)(6) alone
        ("sponsored-post", "free"),  # 52-6, and 52-4(5): free, to be detained
        ("detained-do", "set-free"),  # 55-54
        ("detained-order", "set-free"),  # 55-54
        ("set-free", "detained-do"),  # 55-54(3)
        ("set-free", "detained-order"),  # 55-54(3)
        ("criminal", "detained-do"),  # 64(1)(i), 65(1)(i)
        ("criminal", "detained-order"),  # 64(1)(i)(2)(i)
        ("criminal", "sponsored-pre"),  # 64(1)(ii), 65(1)(ii)
        ("criminal", "sponsored-post"),  # 64(1)(ii)(2)(ii)
        ("detained-order", "travel-restricted"),  # 63-2, A-41
        ("sponsored-post", "travel-restricted"),  # 63-2, A-41
        ("release-order", "travel-restricted"),  # 63-2, A-41
    }
)
"""The rows of LAW §3.1, one pair each. Departure and death end every state; special release has no way out (A-39)."""

_LIVE = frozenset(state for pair in TRANSITIONS for state in pair) - {"criminal"}

BESIDE: frozenset[tuple[str, str]] = frozenset(
    {
        *((state, "criminal") for state in _LIVE),  # 63: an arrest; Sponsorship and release remain in law
        ("criminal", "free"),  # 63(2): what stood aside holds again, else nothing
        ("criminal", "release-do"),
        ("criminal", "release-order"),
        ("criminal", "special-release"),  # it has no end of its own
        ("release-order", "free"),  # 55(3)-(5): free, to be detained; the order withdrawn
        ("detained-order", "free"),  # the order withdrawn; 63(3); ACLA 25
        ("special-release", "free"),  # the order withdrawn
        ("free", "travel-restricted"),  # 63-2(1): whoever is not held under criminal procedure
        ("travel-restricted", "free"),  # the end of the restriction: what stood before holds again
        ("travel-restricted", "sponsored-post"),
        ("travel-restricted", "release-order"),
        ("emergency", "set-free"),  # 55-54: every detainee
        ("set-free", "emergency"),
        ("set-free", "free"),  # no day left, or the procedure ended
        ("set-free", "sponsored-pre"),  # 44-2(8): the deposit paid at liberty
        ("set-free", "sponsored-post"),
    }
)
"""Moves of LAW §12.2, beside the rows of §3.1."""

SPECIAL_RELEASE_FROM = frozenset({"52(9)", "52-4(5)", "52-4(6)"})
"""The titles of detention from which 52(10) may release; 55(3)-(5) is not named (A-39)."""
