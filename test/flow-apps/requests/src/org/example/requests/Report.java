package org.example.requests;

/** A value among others, with words of its own. */
class Report {
    final String id;
    final String other;

    Report(String id, String other) {
        this.id = id;
        this.other = other;
    }

    @Override
    public String toString() {
        return "report " + id;
    }
}
