namespace Rootscope.Cli.Options;

/// <summary>The option by which every command that computes an equilibrium says whether ratings of products count.</summary>
internal static class RatingChoice
{
    public static Choice<RatingUse> Create() =>
        new(
            "--ratings",
            "Whether products differ in elasticity by how hard they are to replace, where the set and the table allow it.",
            RatingUse.On,
            ("on", RatingUse.On),
            ("off", RatingUse.Off)
        );
}

/// <summary>Whether ratings of products are used.</summary>
internal enum RatingUse
{
    /// <summary>Where the set takes them and the table's products have them.</summary>
    On,

    /// <summary>Every product has the general elasticities.</summary>
    Off,
}
