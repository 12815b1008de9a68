"""English posts as small businesses write them, each with one slip: where it is, what is right.

A slip counts as found when a finding touches the wrong words.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Planted(NamedTuple):
    """A post, and the words in it that are wrong."""

    text: str
    wrong: str


PLANTED: Final = tuple(
    Planted(*one)
    for one in (
        ("Our new menu is redy, come and taste it this weekend ☕", "redy"),
        ("We are open untill nine tonight, see you there!", "untill"),
        ("Thank you for the lovley messages this week 💛", "lovley"),
        ("Every jar is made by hand in our kichen in Bandung.", "kichen"),
        ("Please recieve our warmest thanks for a wonderful year.", "recieve"),
        ("The workshop is definately happening, rain or shine.", "definately"),
        ("Our shop is closed on Wendesday for stocktaking.", "Wendesday"),
        ("We seperate the beans by size before we roast them.", "seperate"),
        ("Free delivery accross the whole city until Friday.", "accross"),
        ("It only takes ten minuts to bake this bread.", "minuts"),
        ("Tell us which flavour you beleive should come back.", "beleive"),
        ("We had a tommorow special planned, but it sold out today.", "tommorow"),
        ("Thsi morning we packed two hundred boxes 📦", "Thsi"),
        ("We use fresh ingrediants from farms nearby.", "ingrediants"),
        ("Follow us for more recipies and kitchen tips 🍳", "recipies"),
        ("Our costumers asked for a bigger size, so here it is.", "costumers"),
        ("There are three colours avaliable in the store.", "avaliable"),
        ("You can pay at the counter or with your fone.", "fone"),
        ("The line was long but everybody was very paitent.", "paitent"),
        ("We wrap every present beautifuly, just ask us.", "beautifuly"),
        ("This blend is our favourit of the whole season 🍂", "favourit"),
        ("Hand poured candles that smell like a summer gardn.", "gardn"),
        ("We will anounce the winners on Sunday evening.", "anounce"),
        ("Your order leaves our warehous the same day.", "warehous"),
        ("A little dicount waits for you at the till.", "dicount"),
        ("We has a new oven and the bread is better than ever 🥖", "has"),
        ("The cakes is baked fresh every morning.", "is"),
        ("She don't work here on Mondays, so please call on Tuesday.", "don't"),
        ("Our team have went to the market before sunrise.", "went"),
        ("This is a easy recipe for a rainy evening.", "a"),
        ("We opened an new branch near the station 🎉", "an"),
        ("Their is a surprise in every box this month 🎁", "Their"),
        ("Your going to love the new packaging.", "Your"),
        ("Its our birthday today, so coffee is on us!", "Its"),
        ("We are to busy to answer every call right now.", "to"),
        ("This tea is sweeter then the last one we made.", "then"),
        ("We could of baked more, but the flour ran out.", "of"),
        ("Come and visit us at at the night market.", "at at"),
        ("Each of our mugs are made by hand.", "are"),
        ("He go to the market every day to buy the best fish.", "go"),
        ("They was so kind to us at the fair.", "was"),
        ("We didn't knew that so many of you love matcha 🍵", "knew"),
        ("I has been roasting coffee for ten years.", "has"),
        ("The prices is the same as last year.", "is"),
        ("Did you saw our stall at the fair?", "saw"),
        ("We look forward to see you at the opening.", "see"),
        ("There is many reasons to love a slow morning.", "is"),
        ("This shirts are made of organic cotton.", "This"),
        ("We are open since eight in this mornings.", "this mornings"),
        ("Thanks for you support, it means the world to us ❤️", "you"),
        ("We hope you enjoys the new flavour.", "enjoys"),
        ("Our baker wake up at three every day.", "wake"),
        ("One of our customer wrote us a letter ✉️", "customer"),
        ("We must to leave the old shop next month.", "to"),
        ("Please let us now if your parcel has not arrived.", "now"),
        ("We make less mistakes when we bake slowly.", "less"),
        ("It is to late to order for Saturday, sorry!", "to"),
        ("Please except our apologies for the delay.", "except"),
        ("We can't wait to here your ideas.", "here"),
        ("Who's bag is this? It was left at table four.", "Who's"),
        ("We are happy too announce our second shop.", "too"),
        ("You was the first to order, thank you!", "was"),
        ("Our new bags is bigger and stronger.", "is"),
        ("We been open for five years today 🎂", "been"),
        ("The best coffees comes from patient hands.", "comes"),
        ("Both shop are open on Sunday.", "shop"),
        ("We doesn't use any plastic in our boxes.", "doesn't"),
        ("If you would of asked, we would have kept one for you.", "of"),
        ("Many peoples asked us about the recipe.", "peoples"),
        ("We sells fresh juice in front of the station 🍊", "sells"),
        ("A apple cake for you and a cup of tea for me 🍏", "A"),
        ("Loose weight of your shoulders: we do the baking.", "Loose"),
    )
)
