package io.turnout.adapters.http.dashboard;

import java.util.Optional;

/// Everything that a template of the dashboard sees. `said` tells what was just done.
public record Screen(Optional<Me> me, Object view, Optional<String> said, Say say) {}
