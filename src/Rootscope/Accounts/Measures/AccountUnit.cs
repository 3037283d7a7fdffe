namespace Rootscope.Accounts.Measures;

/// <summary>What an account's values are measured in.</summary>
public enum AccountUnit
{
    /// <summary>Money per money.</summary>
    Ratio,

    /// <summary>A part of a whole.</summary>
    Share,

    /// <summary>Stages of production.</summary>
    Stages,

    /// <summary>Money, in the table's unit.</summary>
    Money,
}
