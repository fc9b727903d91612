// What stands in for the kernel on a page of its own: it keeps the state, and tells who listens.

function standIn(state) {
  const listeners = new Set();
  return {
    get: (name) => state[name],
    set(name, value) {
      if (Object.is(state[name], value)) return;
      state[name] = value;
      for (const [event, listener] of listeners) if (event === `change:${name}`) listener();
    },
    on: (event, listener) => listeners.add([event, listener]),
    off(event, listener) {
      for (const each of listeners)
        if (each[0] === event && each[1] === listener) listeners.delete(each);
    },
    save_changes() {},
  };
}
