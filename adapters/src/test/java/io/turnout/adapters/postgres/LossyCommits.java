package io.turnout.adapters.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Connections that lose the answer to a commit, once armed: the commit is durable, and whoever
/// asked for it is told that the connection broke.
final class LossyCommits {
    private static final String CONNECTION_FAILURE = "08006";
    private static final AtomicInteger LEFT = new AtomicInteger();
    private static final AtomicInteger LOST = new AtomicInteger();
    private static volatile int times;

    private LossyCommits() {}

    static void arm() {
        LOST.set(0);
        LEFT.set(times);
    }

    static void disarm() {
        LEFT.set(0);
    }

    static int lost() {
        return LOST.get();
    }

    static Connection connect(String url, int losing) throws SQLException {
        times = losing;
        Connection real = DriverManager.getConnection(url, "postgres", "");
        return (Connection)
                Proxy.newProxyInstance(
                        LossyCommits.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            try {
                                Object answer = method.invoke(real, arguments);
                                if (method.getName().equals("commit") && lose()) {
                                    real.close();
                                    throw new SQLException("lost", CONNECTION_FAILURE);
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static boolean lose() {
        boolean losing = LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (losing) {
            int _ = LOST.incrementAndGet();
        }
        return losing;
    }
}
