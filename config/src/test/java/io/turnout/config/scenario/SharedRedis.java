package io.turnout.config.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisMaster;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.config.Config;
import redis.embedded.RedisServer;

/// A real Redis that houses share, and that writes what it knows to a folder when told.
final class SharedRedis implements AutoCloseable {
    private final int port = freePort();
    private final RedisServer server;
    private final RedissonClient client;
    private final Path folder;

    SharedRedis(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.server = new RedisServer(port);
        server.start();
        Config config = new Config();
        var _ = config.useSingleServer().setAddress(url().toString());
        client = Redisson.create(config);
        node().setConfig("dir", this.folder.toString());
    }

    private RedisMaster node() {
        return client.getRedisNodes(RedisNodes.SINGLE).getInstance();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    List<String> keys(String prefix) {
        return client.getKeys().getKeysStream().filter(key -> key.startsWith(prefix)).toList();
    }

    /// The whole of it, as a file.
    Path save(String name) throws IOException {
        node().setConfig("dbfilename", name);
        node().save();
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        client.shutdown();
        server.stop();
    }
}
