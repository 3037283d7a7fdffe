namespace Rootscope.Web.Layout;

/// <summary>Which choices a page offers beside table and region.</summary>
[Flags]
public enum StateChoices
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Model and share of supply cut.</summary>
    Model = 1,

    /// <summary>Rows and measure of the ranking.</summary>
    Ranking = 2,

    /// <summary>The rule of dependence.</summary>
    Rule = 4,

    /// <summary>What the economy is compared with.</summary>
    Other = 8,

    /// <summary>Rows, supply and share of supply cut, without model and measure.</summary>
    Stake = 16,

    /// <summary>Supply and share of supply cut alone, of one product.</summary>
    Cut = 32,
}
