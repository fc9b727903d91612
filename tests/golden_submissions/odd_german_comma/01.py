sigmoid_of_0 = 0,5
times_worse = '2,51'
drill_z = 0.5
drill_a = 0,6225
