# 시그모이드 함수, σ(z) — “größer” 💡
from math import exp as e, log as ℓ

def 시그모이드(ζ: "점수") -> "예측":
    """σ"""
    return 1 / (1 + e(-ζ))

sigmoid = 시그모이드
loss = lambda α, y: -(y * ℓ(α) + (1 - y) * ℓ(1 - α))
print("🌱" * 3)
