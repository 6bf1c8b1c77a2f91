"""Official documents: a register of what binds whom, cited wherever it is named."""
