# %%
def dz(a, y):
    return a - y

# %%
class Silent(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__


class Loud(BaseException):
    def __str__(self):
        return "loud " * 2_000_000


class Meta(type):
    def __getattribute__(cls, name):
        raise MemoryError(name)


class Nameless(Exception, metaclass=Meta):
    pass


# %%
def da(a, y):
    raise Silent


# %%
def da_dz(z):
    raise Loud


# %%
def chain_dz(z, y):
    error = ValueError("round and round")
    error.__cause__ = error.__context__ = error
    error.__notes__ = ["note"] * 10_000
    raise error


# %%
def gradients(x1, x2, dz):
    raise Nameless


# %%
def backward(x1, x2, a, y):
    group = ValueError("inner \ud800 \x00")
    for _ in range(2000):
        group = ExceptionGroup("deeper", [group])
    raise group


# %%
raise Silent

# %%
raise Loud

# %%
steepest = 0.25
