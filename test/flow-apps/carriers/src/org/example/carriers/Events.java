package org.example.carriers;

class Loud {
    final String id;

    Loud(String id) { this.id = id; }
}

class Quiet {
    final String id;

    Quiet(String id) { this.id = id; }
}
