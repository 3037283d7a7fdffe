using Rootscope.Storage;

namespace Rootscope.Cli.Options;

/// <summary>The option by which every command that computes an equilibrium says whether ratings of products count.</summary>
internal static class RatingChoice
{
    public static Choice<RatingUse> Create() =>
        new(
            "--ratings",
            "Whether products differ in elasticity by how hard they are to replace: on, in classes that have evidence of their own; any, in every "
                + "table, through concordances and what the table tells; off.",
            RatingUse.On,
            ("on", RatingUse.On),
            ("any", RatingUse.Any),
            ("off", RatingUse.Off)
        );

    /// <summary>Which tables' products are rated; null for the default.</summary>
    public static RatingReach? ReachOf(RatingUse use) => use == RatingUse.Any ? RatingReach.AnyTable : null;
}

/// <summary>Whether ratings of products are used.</summary>
internal enum RatingUse
{
    /// <summary>Where the set takes them and the table's products have them.</summary>
    On,

    /// <summary>In every table: through concordances, and by what the table tells of itself.</summary>
    Any,

    /// <summary>Every product has the general elasticities.</summary>
    Off,
}
