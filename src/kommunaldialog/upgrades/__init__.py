"""Steps that bring a site of an earlier profile version to the present one."""
