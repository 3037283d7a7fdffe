namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// One shock of a scenario. Every kind has a folder of its own below <c>Shocks/Kinds</c>, with the shock and its <see cref="IShockKind"/>.
/// </summary>
public interface IShock
{
    /// <summary>The word that files use for its kind, such as "ban".</summary>
    string Kind { get; }

    /// <summary>When it begins and how fast it grows.</summary>
    ShockTiming Timing { get; }

    /// <summary>What its author wrote beside it; may be empty. It shapes no figure.</summary>
    string Note { get; }

    /// <summary>The products it names; none where it names firms.</summary>
    IReadOnlyList<ScenarioProduct> Products { get; }

    /// <summary>
    /// Every value that shapes figures, by field name in the order of the kind's fields: the canonical content behind the scenario's hash.
    /// </summary>
    IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    /// <summary>What it cuts of one region's supply; null where it does something else.</summary>
    RegionCut? Cut => null;

    /// <summary>The firms that it is about and the list that decides which of them count; null where it is about no firms.</summary>
    FirmsOfList? OnList => null;

    /// <summary>The same about some of its firms alone.</summary>
    /// <param name="firms">The firms that count.</param>
    IShock Of(IReadOnlyList<string> firms) => this;

    /// <summary>The same with what each of its firms makes.</summary>
    /// <param name="holdings">Share, product and region, firm by firm.</param>
    IShock Holding(IReadOnlyList<FirmHolding> holdings) => this;

    /// <summary>What happens, in one sentence without its full stop.</summary>
    string InWords(ScenarioTable table);

    /// <summary>What happens, in the terms that lenses share.</summary>
    IReadOnlyList<IChange> ChangesIn(ScenarioTable table);
}

/// <summary>Firms, and the list that they are on or are looked up in.</summary>
/// <param name="Firms">Names of the firms.</param>
/// <param name="List">The list.</param>
/// <param name="AcceptMatches">Whether a match in the list counts without a decision; null where it is not said.</param>
/// <param name="HasOneShare">Whether one share is given for all of them together.</param>
public sealed record FirmsOfList(IReadOnlyList<string> Firms, string List, bool? AcceptMatches, bool HasOneShare);

/// <summary>A shock as a cut of one region's supply, where it is one.</summary>
/// <param name="Region">Code of the region that goes without.</param>
/// <param name="Share">Share of the supply that is cut, in (0, 1]. Unit: share.</param>
/// <param name="Supply">Which supply.</param>
/// <param name="IsWhole">Whether that share of all of that supply is cut, not of what some sellers deliver alone.</param>
public sealed record RegionCut(string Region, double Share, SupplyScope Supply, bool IsWhole);

/// <summary>What a listed firm is of one product of one region.</summary>
/// <param name="Firm">Its name as the scenario writes it.</param>
/// <param name="Product">What it makes.</param>
/// <param name="Region">Code of the region in which it makes it.</param>
/// <param name="Share">Its share of what the region makes of it, in (0, 1]. Unit: share.</param>
/// <param name="Source">Where the share is from, with its year.</param>
public sealed record FirmHolding(string Firm, ScenarioProduct Product, string Region, double Share, string Source)
{
    /// <summary>The field of a scenario that names a file of firms' shares.</summary>
    public const string FileField = "firm_file";
}
