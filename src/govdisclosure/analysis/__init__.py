"""Reports beside each other: what changed, what carries over, what stands out. Nothing here is needed to check one."""
