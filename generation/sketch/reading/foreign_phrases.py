"""What other languages say in several words: mostly how weather ends, and who says so in which order.

Each row is what is meant in English and its cells for German, French, Spanish, Italian and Portuguese. A cell lists
phrases, parted by commas.
"""
# ruff: noqa: E501 (one entry a line reads best)

PHRASES = {
    "stops": (
        "hört auf zu,hört auf,hat aufgehört zu,hören auf zu,lässt nach,legt sich,flaut ab,ebbt ab,zieht weiter,zieht ab,zieht vorüber,geht vorüber|"
        "s'arrête de,s'arrête,arrête de,cesse de,a cessé de,se calme,s'est calmée,s'apaise,prend fin,est finie,est fini,s'éloigne|"
        "deja de,dejó de,para de,se detiene,se calma,ha cesado,ha parado,se aleja,llega a su fin|"
        "smette di,ha smesso di,smette,si ferma,si calma,si placa,è finita,è finito,è passata,è passato,si allontana|"
        "para de,parou de,deixa de,deixou de,se acalma,acalma-se,chega ao fim,se afasta,afasta-se"
    ),
    "lifts": (
        "lichtet sich,löst sich auf,verzieht sich,hebt sich|se lève,se dissipe,s'est dissipé,se disperse|"
        "se levanta,se disipa,se disipó,se despeja|si alza,si dirada,si dissolve|se levanta,levanta-se,se dissipa,dissipa-se,se desfaz"
    ),
    "rain stops": "regnet nicht mehr,nicht mehr regnet|ne pleut plus,n'y a plus de pluie|ya no llueve,no llueve más|non piove più|já não chove,não chove mais",
    "snow stops": "schneit nicht mehr,nicht mehr schneit|ne neige plus|ya no nieva,no nieva más|non nevica più|já não neva,não neva mais",
    "it clears up": "es klart auf,klart es auf|le temps s'éclaircit,ça s'éclaircit,le temps se lève|se despeja el día,el tiempo mejora,escampa|si rasserena,il tempo migliora,spiove|o tempo melhora,o tempo abre",
    "sky clears": (
        "himmel klart auf,himmel reißt auf,himmel hellt sich auf|ciel s'éclaircit,ciel se dégage,ciel se découvre|cielo se despeja,cielo se aclara,cielo se abre|"
        "cielo si schiarisce,cielo si rasserena,cielo si apre|céu se abre,céu abre,céu clareia,céu limpa"
    ),
    "sun comes out": (
        "sonne kommt heraus,sonne kommt hervor,sonne kommt raus,sonne bricht durch,sonne kommt wieder,sonne kehrt zurück|"
        "soleil revient,soleil apparaît,soleil réapparaît,soleil perce,soleil sort|"
        "sale el sol,sol sale,sol vuelve,sol aparece,sol asoma,vuelve el sol,sol regresa|"
        "sole esce,sole ritorna,sole torna,sole spunta,esce il sole,torna il sole,spunta il sole|"
        "sol volta,sol aparece,sol sai,sol abre,sai o sol,volta o sol,sol reaparece"
    ),
    "begins": "fängt an zu,beginnt zu|commence à,se met à|empieza a,comienza a,se pone a|comincia a,inizia a,si mette a|começa a,põe-se a",
}  # fmt: skip
