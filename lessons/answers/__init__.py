"""A learner's answer as plain data; runs in the notebook and in the sandbox, imports nothing.

Every submission waits while this room starts beside it. So here, and in classroom/sandbox/inside,
a module that Python hasn't loaded anyway is imported where it is needed, and what only type
checkers read stands under `TYPE_CHECKING = False`. Measured on a solved lesson: without the first
it takes 11 % longer, without the second 7 %.
"""
