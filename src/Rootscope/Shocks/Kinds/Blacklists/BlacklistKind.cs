using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Blacklists;

/// <summary>The kind "blacklist". It is read and checked; no lens represents firms yet.</summary>
internal sealed class BlacklistKind : IShockKind
{
    internal const string Name = "blacklist";

    /// <inheritdoc/>
    public string Word => Name;

    /// <inheritdoc/>
    public string Meaning => "Firms are put on a list and cut off from what the list forbids.";

    /// <inheritdoc/>
    public bool NeedsCarrier => false;

    /// <inheritdoc/>
    public IReadOnlyList<ShockField> Fields { get; } =
    [
        new("firms", ShockFieldType.Texts, "Names of the firms.") { IsRequired = true },
        new("list", ShockFieldType.Text, "The list that they are put on.") { IsRequired = true },
        new("scope", ShockFieldType.Word, "What is forbidden to them.") { Default = "both", Words = ["imports", "exports", "both"] },
        .. ShockFields.Times,
        ShockFields.Note,
    ];

    /// <inheritdoc/>
    public ShockFault? FaultOf(ShockValues values) => null;

    /// <inheritdoc/>
    public IShock Create(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new BlacklistShock
        {
            Firms = values.Texts("firms"),
            List = values.Text("list", string.Empty),
            Scope = values.Text("scope", "both"),
            Timing = values.Timing,
            Note = values.Note,
        };
    }
}
