"""A learner's answer as plain data; runs in the notebook and in the sandbox, imports nothing."""
