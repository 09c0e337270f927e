package io.turnout.bench;

import java.util.List;
import java.util.function.LongFunction;

/// A way to do something, as it is measured: who is asked what, and what is kept of each yes.
///
/// @param servers connections are spread over all of them
/// @param requests the n-th request
record Design(
        String name,
        BenchHouse house,
        List<Server> servers,
        Keeps keeps,
        LongFunction<Load.Request> requests) {
    Design {
        servers = List.copyOf(servers);
    }

    /// What a yes leaves behind.
    enum Keeps {
        NOTHING,
        A_REGISTRATION,
        A_HOLD
    }

    Design named(String other) {
        return new Design(other, house, servers, keeps, requests);
    }

    Load load() {
        return new Load(servers.stream().map(Server::address).toList(), requests);
    }
}
