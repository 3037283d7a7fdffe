using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Blacklists;

/// <summary>The kind "blacklist": listed firms, by the share that they are of an industry.</summary>
internal sealed class BlacklistKind : IShockKind
{
    internal const string Name = "blacklist";

    private static readonly string[] Shares = [ShockFields.Product.Name, "region", "share"];

    private static readonly (string Word, ListScope Scope)[] Scopes =
    [
        ("imports", ListScope.Imports),
        ("exports", ListScope.Exports),
        ("both", ListScope.Both),
    ];

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Firms are put on a list and cut off from what the list forbids.";

    /// <inheritdoc/>
    public bool NeedsCarrier => true;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        new("firms", ShockFieldType.Texts, "Names of the firms.") { IsRequired = true },
        new("list", ShockFieldType.Text, "The list that they are put on, or a list of the workspace in which they are looked up.")
        {
            IsRequired = true,
        },
        new(
            "accept_matches",
            ShockFieldType.Flag,
            "Whether a firm that meets a name of that list counts before anybody decided that it is the same one."
        )
        {
            Default = "false",
        },
        ShockFields.Product with
        {
            Meaning = "What the firms make: the industry of the table, or the technology of the catalogue; one or a list.",
            IsRequired = false,
        },
        new("region", ShockFieldType.Region, "The region in which they make it."),
        new("share", ShockFieldType.Number, "Share of what the region makes of it that is theirs.")
        {
            Unit = "share",
            Range = new ShockRange(0, 1, "0.2"),
        },
        new(
            FirmHolding.FileField,
            ShockFieldType.File,
            "CSV file of what each firm makes, where, and its share of it, instead of product, region and share."
        ),
        new("by", ShockFieldType.Regions, "The regions that keep to the list.") { Default = "every other region" },
        new("scope", ShockFieldType.Word, "What is forbidden to them.") { Default = "both", Words = [.. Scopes.Select(s => s.Word)] },
        .. ShockFields.OfProducts,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string? missing = Array.Find(Shares, s => !values.Has(s));
        return values.Has(FirmHolding.FileField) && Array.Find(Shares, values.Has) is { } declared
                ? new ShockFault(
                    declared,
                    $"'{declared}' goes with a share that is declared, but '{FirmHolding.FileField}' says what each firm "
                        + $"makes, where, and its share of "
                        + "it. Keep one of the two."
                )
            : missing is not null && Array.Exists(Shares, values.Has)
                ? new ShockFault(
                    Array.Find(Shares, values.Has)!,
                    $"'{missing}' is missing: what listed firms cost follows from what they make, where, and their share of it. Give "
                        + "'product', 'region' and 'share', or none of them."
                )
            : values.Texts("by").Intersect(values.Texts("region"), StringComparer.Ordinal).Any()
                ? new ShockFault("by", "'by' names the firms' own region. Name those that keep to the list.")
            : null;
    }

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string scope = values.Text("scope", "both");
        return new BlacklistShock
        {
            Firms = values.Texts("firms"),
            List = values.Text("list", string.Empty),
            AcceptMatches = values.Flag("accept_matches"),
            Products = values.Products,
            Region = values.Texts("region") is [var region, ..] ? region : null,
            Share = values.Has("share") ? values.Number("share", 0) : null,
            By = values.Texts("by") is { Count: > 0 } by ? by : null,
            Scope = Array.Find(Scopes, s => s.Word == scope).Scope,
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
