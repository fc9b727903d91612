edge_of_sigmoid = " (B). "
sign_of_da = "a)"
