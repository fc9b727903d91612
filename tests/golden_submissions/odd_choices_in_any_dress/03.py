wrong_line_1 = 6
wrong_line_2 = "4."
wrong_line_3 = "one"
