package io.turnout.adapters.http.page;

import io.turnout.application.UseCases;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.registration.IdSource;
import java.time.InstantSource;

/// What the pages stand on. `clock` tells whether an event is over before anybody fills in a form;
/// who comes in is decided by the book's own.
record Desk(
        UseCases useCases, ManageTokens tokens, IdSource ids, InstantSource clock, Pages pages) {}
