package io.turnout.application.memory;

import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.OrgRecordsContract;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.org.OrgId;
import java.util.List;

class MemoryOrgRecordsTest extends OrgRecordsContract {
    private final MemoryOrgRecords records = new MemoryOrgRecords();

    @Override
    protected OrgRecords records() {
        return records;
    }

    @Override
    protected List<Kept> kept(OrgId org) {
        return records.of(org).stream().map(Kept::of).toList();
    }

    @Override
    protected int shown(OrgId org, RoomId room) {
        return records.countsOf(org).getOrDefault(room, -1);
    }
}
