package io.turnout.adapters.postgres;

import io.turnout.application.relocation.FrozenOrg;
import io.turnout.application.relocation.MoveOrg;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.StackStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A mover that is gone after so many calls to its stacks: nothing it tries afterwards happens.
/// What it held, PostgreSQL has to take back; its connections are closed only with this.
final class DyingMover implements AutoCloseable {
    private final List<FrozenOrg> held = new ArrayList<>();
    private int left;

    DyingMover(int calls) {
        left = calls;
    }

    /// It has died.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    MoveOrg.Way doomed(MoveOrg.Way way) {
        return new MoveOrg.Way(
                way.org(),
                dying(StackStore.class, way.from()),
                dying(StackStore.class, way.to()),
                way.keys());
    }

    private <T> T dying(Class<T> type, T real) {
        Object proxy =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            if (left-- <= 0) {
                                throw new Killed();
                            }
                            try {
                                return dying(method.invoke(real, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
        return type.cast(proxy);
    }

    private Object dying(Object answer) {
        if (answer instanceof OrgRows rows) {
            return dying(OrgRows.class, rows);
        }
        if (answer instanceof Optional<?> some && some.orElse(null) instanceof FrozenOrg frozen) {
            held.add(frozen);
            return Optional.of(dying(FrozenOrg.class, frozen));
        }
        return answer;
    }

    @Override
    public void close() {
        held.forEach(FrozenOrg::close);
    }
}
