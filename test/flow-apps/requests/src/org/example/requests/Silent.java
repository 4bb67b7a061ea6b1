package org.example.requests;

/** Says nothing of what it has. */
class Silent {
    final String id;

    Silent(String id) {
        this.id = id;
    }

    @Override
    public String toString() {
        return "silent";
    }
}
