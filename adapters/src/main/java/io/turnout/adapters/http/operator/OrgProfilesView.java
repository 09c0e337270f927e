package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import java.util.List;

/// All orgs that are at home here, by their ids.
public record OrgProfilesView(List<OrgProfileView> orgs) implements View {}
