def update(w1, w2, b, dw1, dw2, db, alpha):
    return w1 - alpha*dw1, w1 - alpha*dw2, b + alpha*db

step_by_hand = 0.7995, 0.6497, 0.1
