""" "Kommunen beraten Kommunen": find a town like one's own that did it before."""
