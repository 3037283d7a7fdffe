using Rootscope.Answers.Questions;

namespace Rootscope.Cli.Options;

/// <summary>The option by which every command that computes an equilibrium says whether ratings of products count.</summary>
internal static class RatingChoice
{
    public static Choice<RatingUse> Create() =>
        new(
            "--ratings",
            "Whether products differ in elasticity by how hard they are to replace: on, in classes that have evidence of their own; "
                + "any, in "
                + "every table, through concordances and what the table tells; off.",
            new EconomyQuestion().Ratings,
            QuestionWords.Ratings
        );
}
