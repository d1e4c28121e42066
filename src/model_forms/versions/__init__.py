"""
Versions of one questionnaire: what differs, what may be compared, what is carried over.

It imports nothing: the codec, which the rest of this room uses, imports its values.
"""
