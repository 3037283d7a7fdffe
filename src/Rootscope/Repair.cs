namespace Rootscope;

/// <summary>What repairs a fault, without the words of any face: each puts it into its own where the fault's text names it.</summary>
/// <remarks>There are two kinds: <see cref="OptionRepair"/> and <see cref="StepRepair"/>.</remarks>
public abstract record Repair
{
    private protected Repair() { }

    /// <summary>Another value of an option.</summary>
    /// <param name="name">The option, camelCase, as questions call it.</param>
    /// <param name="value">The value to give, or the form of it in capitals; null where the text says how to choose.</param>
    public static Repair Option(string name, string? value = null) => new OptionRepair(name, value);

    /// <summary>Something to look up or to do first.</summary>
    /// <param name="kind">What.</param>
    /// <param name="subject">What it is done to, such as the name of a table; null where that is clear.</param>
    public static Repair Step(RepairStep kind, string? subject = null) => new StepRepair(kind, subject);

    /// <inheritdoc/>
    public abstract override string ToString();
}

/// <summary>An option to give another value.</summary>
/// <param name="Name">The option, camelCase, as questions call it.</param>
/// <param name="Value">The value to give, or the form of it in capitals; null where the text says how to choose.</param>
public sealed record OptionRepair(string Name, string? Value) : Repair
{
    /// <summary>The words of the library, such as <c>option trade=factor</c>.</summary>
    public override string ToString() => Value is null ? $"option {Name}" : $"option {Name}={Value}";
}

/// <summary>Something to look up or to do before asking again.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">What it is done to, such as the name of a table; null where that is clear.</param>
public sealed record StepRepair(RepairStep Kind, string? Subject) : Repair
{
    /// <summary>The words of the library, such as <c>the check of tables</c>.</summary>
    public override string ToString() =>
        Kind switch
        {
            RepairStep.ListTables => $"the list of tables{(Subject is null ? string.Empty : $"; the workspace is {Subject}")}",
            RepairStep.ListIndustries => $"the list of the industries of {Subject ?? "the table"}",
            RepairStep.CheckTable => "the check of tables",
            RepairStep.AggregateTable => "an aggregation",
            RepairStep.ImportTable => "an import of its files",
            RepairStep.ReplaceTable => "an import that replaces it",
            RepairStep.ListTrade => "the list of sets of trade",
            RepairStep.ImportTrade => "an import of trade",
            RepairStep.ListMeasures => "the list of measures",
            RepairStep.ListTechnologies => "the list of technologies",
            RepairStep.ShowTechnology => $"the page of {Subject}",
            RepairStep.CheckCatalogue => "the check of catalogues",
            RepairStep.CheckScenario => $"the check of {Subject ?? "scenarios"}",
            _ => throw new InvalidOperationException($"A step '{Kind}' has no words."),
        };
}

/// <summary>What can be looked up or done to repair a fault.</summary>
public enum RepairStep
{
    /// <summary>The tables at hand are listed.</summary>
    ListTables,

    /// <summary>The industries of a table are listed.</summary>
    ListIndustries,

    /// <summary>A table is checked.</summary>
    CheckTable,

    /// <summary>A table is brought to another classification.</summary>
    AggregateTable,

    /// <summary>A table is imported.</summary>
    ImportTable,

    /// <summary>A table is imported in place of the one of its name.</summary>
    ReplaceTable,

    /// <summary>The sets of trade at hand are listed.</summary>
    ListTrade,

    /// <summary>A set of trade is imported.</summary>
    ImportTrade,

    /// <summary>The measures of tables are listed.</summary>
    ListMeasures,

    /// <summary>The technologies of the catalogue are listed.</summary>
    ListTechnologies,

    /// <summary>A technology of the catalogue is shown with its classes.</summary>
    ShowTechnology,

    /// <summary>A folder with a catalogue is checked.</summary>
    CheckCatalogue,

    /// <summary>A scenario is checked.</summary>
    CheckScenario,
}
