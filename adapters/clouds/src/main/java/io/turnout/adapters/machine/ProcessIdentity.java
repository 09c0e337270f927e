package io.turnout.adapters.machine;

import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.domain.cloud.Identity;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/// A process of this machine: its name, its number, and when it began, since numbers come again.
public final class ProcessIdentity implements InstanceIdentity {
    private static final int NAME_MAX = 40;

    private final Identity self;

    public ProcessIdentity() {
        this(ProcessHandle.current());
    }

    ProcessIdentity(ProcessHandle process) {
        long began = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        this.self =
                new Identity(
                        host()
                                + "-"
                                + process.pid()
                                + "-"
                                + Long.toString(began, Character.MAX_RADIX),
                        Optional.empty());
    }

    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            String clean = name.replaceAll("[^A-Za-z0-9._-]", "-");
            return clean.substring(0, Math.min(clean.length(), NAME_MAX));
        } catch (UnknownHostException nameless) {
            return "here";
        }
    }

    @Override
    public Identity self() {
        return self;
    }
}
