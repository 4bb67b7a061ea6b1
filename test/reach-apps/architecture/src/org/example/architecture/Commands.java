package org.example.architecture;

import java.util.HashMap;
import java.util.Map;
import org.example.reach.Phone;

/** Commands by name, of an enum and of a table. */
final class Commands {
    private static final Map<String, Command> TABLE = new HashMap<String, Command>();

    static {
        TABLE.put("table", new TableReached());
    }

    private Commands() {}

    static void run(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                kind.execute();
            }
        }
        Command command = TABLE.get(name);
        if (command != null) {
            command.execute();
        }
    }

    interface Command {
        void execute();
    }

    enum Kind implements Command {
        READ {
            @Override
            public void execute() {
                reachedByKind();
            }
        },
        WRITE {
            @Override
            public void execute() {}
        };

        static void reachedByKind() {
            Phone.it.getDeviceId();
        }

        static void unreachedByKind() {
            Phone.it.getDeviceId();
        }
    }

    static class TableReached implements Command {
        @Override
        public void execute() {
            Phone.it.getDeviceId();
        }
    }

    static class TableUnreached implements Command {
        @Override
        public void execute() {
            Phone.it.getDeviceId();
        }
    }
}
