/// Bulk API 2.0: large files of rows in and out, worked off in the background.
@NullMarked
package io.turnout.simulator.bulk;

import org.jspecify.annotations.NullMarked;
