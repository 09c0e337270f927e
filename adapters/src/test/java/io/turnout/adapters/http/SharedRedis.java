package io.turnout.adapters.http;

import io.turnout.adapters.ids.TimeOrderedIds;
import io.turnout.adapters.redis.OwnRedis;
import io.turnout.adapters.redis.RedisCheckouts;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkCheckoutSeals;
import io.turnout.application.Ports;
import io.turnout.application.checkout.CheckoutPorts;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.application.registration.IdSource;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.redisson.api.RedissonClient;

/// One Redis, and the houses around it: of several stacks, each with instances of its own.
final class SharedRedis implements AutoCloseable {
    final OwnRedis redis = new OwnRedis();
    final RedissonClient client = redis.client();
    private final MemoryOrgKeys orgKeys = new MemoryOrgKeys();
    private final List<RedisCheckouts> open = new ArrayList<>();

    SharedRedis() throws IOException {}

    /// What an instance of `stack` over this memory stands on.
    Ports ports(String stack, Memory memory) {
        OpenKeys keys = new OpenKeys(new LocalKeyManagement(new byte[32]), orgKeys);
        TinkCheckoutSeals seals = new TinkCheckoutSeals(keys, stack);
        var checkouts = new RedisCheckouts(client, stack, seals, InstantSource.system());
        open.add(checkouts);
        return memory.ports()
                .with(IdSource.class, new TimeOrderedIds())
                .with(CheckoutPorts.class, new CheckoutPorts(checkouts, seals));
    }

    @Override
    public void close() throws IOException {
        open.forEach(RedisCheckouts::close);
        client.shutdown();
        redis.close();
    }
}
